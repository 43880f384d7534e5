"""Search: a query language, the documents that it is asked of, their order, and aggregations over them."""

"""The mechanism of `|`: lazy streams, the stages to their right, and how a stage reads a property. Knows no tenant."""

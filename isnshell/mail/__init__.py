"""Mail through a server of the person's own: letters are written without I/O, and sent by SMTP."""

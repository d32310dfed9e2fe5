"""Incidents: which documents are copies, who the originators are, and which reports speak of one happening."""

"""Extracts in DuckDB: tables and views in memory, queries on them, and the queries' kept results.

In: Parquet files of extracts, SQL of `kit/sql/`. Out: polars tables.
Start at `warehouse.Warehouse`. Only `database` imports duckdb to run queries.
"""

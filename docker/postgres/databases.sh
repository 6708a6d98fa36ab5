#!/bin/bash
# Run once by the PostgreSQL image: the owner of both databases, who may make the role that ESOP works as.
set -euo pipefail
psql --username postgres --set=ON_ERROR_STOP=1 --set=password="$ESOP_DB_PASSWORD" <<'SQL'
CREATE ROLE esop LOGIN CREATEROLE PASSWORD :'password';
CREATE DATABASE esop OWNER esop;
CREATE DATABASE esop_sandbox OWNER esop;
SQL

-- Already there when the program itself could create it; the statement stays so that the schema says what it needs.
CREATE EXTENSION IF NOT EXISTS postgis;

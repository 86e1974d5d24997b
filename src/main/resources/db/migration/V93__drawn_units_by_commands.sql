-- The shapes are kept as the commands of a vector tile, with their bounds and the place of the name; DrawnUnits makes them
-- anew at the start of the program.
truncate drawn_unit;

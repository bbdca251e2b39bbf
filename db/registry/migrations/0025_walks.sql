-- The network of streets to walk on, from junction to junction, in tiles of a hundredth of a degree: few enough rows for the log, and a street
-- that changes publishes its tile alone.
create table walk_tile (
	code text primary key,                  -- "LON_LAT" of its south-west corner, in hundredths of a degree
	walks text not null                     -- "lon,lat,lon,lat,metres;..." in millionths of a degree and decimetres, in ascending order
) strict;

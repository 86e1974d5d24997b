-- Sums of coverage_piece, kept in step with it, so that a figure is read and not summed of all plots for each who asks.
-- Derived, as the pieces are.
create table coverage_figure (
  grouping  text not null,
  group_key text not null,                                -- empty: in no unit
  band      text not null,
  area      numeric not null,                             -- m²
  primary key (grouping, group_key, band)
);
insert into coverage_figure (grouping, group_key, band, area)
select grouping, group_key, band, sum(area) from coverage_piece group by grouping, group_key, band;

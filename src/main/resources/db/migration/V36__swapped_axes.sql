-- That a file has north before east, as its surveyor says.
alter table import add column swap_axes boolean not null default false;

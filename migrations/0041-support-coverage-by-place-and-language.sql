-- No school says of which type it is, so no rule of coverage was ever weighed by it.
drop index support.one_coverage_of_a_kind;
alter table support.coverage drop column school_type;
create unique index one_coverage_of_a_kind on support.coverage (country, region, language) nulls not distinct;

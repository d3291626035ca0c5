-- One can filter by town: the lines say in which towns their schools lie, and are made anew by the job.
select platform.add_job('partner-finding.rebuild', '{}', 'partner-finding.rebuild');

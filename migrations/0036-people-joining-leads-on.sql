-- Who joins on the way to something, such as a colleague's invitation, is led on to it once the address is confirmed.
alter table people.joining add column leads_to text;

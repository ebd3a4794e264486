-- So that a person can be removed without reading all that anybody has left.
create index reaction_person on reaction (person);
create index turn_person on turn (person);
create index ban_person on ban (person);
create index ban_made_by on ban (made_by);
create index mute_person on mute (person);
create index mute_made_by on mute (made_by);
create index link_person on link (person);
create index contact_due_other on contact_due (other);
create index api_token_made_by on api_token (made_by);

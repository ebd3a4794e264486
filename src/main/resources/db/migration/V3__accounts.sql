-- What a person is to the whole of Warren: guest, or registered, or administrator.
alter table person add column administrator boolean not null default false;

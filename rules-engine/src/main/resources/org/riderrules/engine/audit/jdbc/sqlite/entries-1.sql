create table rider_rules_entry (
    sequence integer primary key,
    kind text not null,
    previous text not null unique,
    hash text not null unique,
    rider text,
    as_of_day integer,
    known_second integer,
    record blob not null
);

create index rider_rules_entry_kind on rider_rules_entry (kind, sequence);

create index rider_rules_entry_rider on rider_rules_entry (rider, sequence);

create index rider_rules_entry_as_of on rider_rules_entry (as_of_day);

create index rider_rules_entry_known on rider_rules_entry (known_second);

create table rider_rules_key (
    name text not null,
    value text not null,
    sequence integer not null references rider_rules_entry (sequence),
    primary key (name, value, sequence)
) without rowid;

create trigger rider_rules_entry_no_update before update on rider_rules_entry
    begin select raise(abort, 'rider_rules: a trail is only added to, never changed'); end;

create trigger rider_rules_entry_no_delete before delete on rider_rules_entry
    begin select raise(abort, 'rider_rules: a trail is only added to, never changed'); end;

create trigger rider_rules_key_no_update before update on rider_rules_key
    begin select raise(abort, 'rider_rules: a trail is only added to, never changed'); end;

create trigger rider_rules_key_no_delete before delete on rider_rules_key
    begin select raise(abort, 'rider_rules: a trail is only added to, never changed'); end;

//! A catalogue of a library made an approved version with a revision after it.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, slice};

use anyhow::{Context, Result, anyhow};
use jiff::Timestamp;
use mulu_model::{
    Act, Catalogue, ColumnKey, Digest, Edit, Id, TextField, Value, exchange,
    library::{KeptPerson, NewRecords, NewStep, PeopleAct, PeopleEntry, prelude::*},
    log::StepKind,
    signoff::{Action, Actor, Facts, Person, Policy, Role, Signatory, State, Tries, Version},
};
use mulu_signoff::{NewRecord, Signer, seal};
use mulu_store_sqlite::Store;

/// Of so many items one is changed in the revision.
const CHANGED: usize = 100;

/// Signs the first catalogue of the library, changes it, and writes both states as exchange files.
pub(crate) fn sign(library: &Path, before: &Path, after: &Path) -> Result<()> {
    let (mut store, id, loaded) = crate::open(library)?;
    fs::write(before, exchange::write(&loaded.catalogue))?;
    let way = [
        (0, Role::Preparer, Action::Submit),
        (1, Role::Reviewer, Action::Review),
        (2, Role::Approver, Action::Approve),
        (0, Role::Preparer, Action::Revise),
    ];
    for (seed, role, action) in way {
        let person = person(&mut store, seed, role)?;
        take(&mut store, &id, &loaded.catalogue, &person, action)?;
    }
    let changed = change(&mut store, &id, loaded.catalogue)?;
    Ok(fs::write(after, exchange::write(&changed))?)
}

/// Somebody, with the key that the number makes.
fn person(store: &mut Store, seed: u8, role: Role) -> Result<(Person, Signer)> {
    let id = Id::new(&format!("p{seed}"))?;
    let seed = [seed; 32];
    let signer = Signer::from_seed(&seed);
    let person = Person {
        id: id.clone(),
        name: format!("人员{}", seed[0]),
        unit: "某局".to_owned(),
        roles: BTreeSet::from([role]),
        public_key: signer.public_key(),
        is_active: true,
    };
    let sealed_key = seal(&seed, "135791", [0; 16], [0; 12])?;
    let kept = KeptPerson { person, sealed_key, tries: Tries::default() };
    let entry = PeopleEntry { at: Timestamp::now(), by: id.clone(), person: id, act: PeopleAct::Added };
    store.keep_person(&kept, &entry)?;
    Ok((kept.person, signer))
}

fn take(
    store: &mut Store,
    id: &Id,
    catalogue: &Catalogue,
    (person, signer): &(Person, Signer),
    action: Action,
) -> Result<()> {
    let records = store.records(id)?;
    let state = State::after(records.iter().map(|record| record.statement.step()));
    let actor = Actor { person: &person.id, roles: &person.roles };
    let step = state
        .act(action, actor, Facts::default(), Policy::default())
        .map_err(|refusal| anyhow!("{refusal:?}"))?;
    let version = Version::new(state.version, exchange::canonical_bytes(catalogue));
    let at = Timestamp::now();
    let new = NewRecord {
        catalogue: id,
        step,
        person: Signatory { id: person.id.clone(), name: person.name.clone(), unit: person.unit.clone() },
        at,
        content: Digest::of(&version.content),
        remarks: &[],
        excuses: Vec::new(),
    };
    let record = signer.sign(records.last(), new);
    let new = NewRecords {
        records: slice::from_ref(&record),
        versions: if action == Action::Submit { slice::from_ref(&version) } else { &[] },
        remarks: &[],
        edits: &[],
        after: catalogue,
        at,
    };
    store.sign(id, store.revision(id)?, &new)?;
    Ok(())
}

fn change(store: &mut Store, id: &Id, mut catalogue: Catalogue) -> Result<Catalogue> {
    let items = catalogue.items().step_by(CHANGED).map(|(_, item)| item.id.clone());
    let set = |item| Edit::SetCell {
        item,
        part: None,
        column: ColumnKey::Text(TextField::Basis),
        value: Value::Text { text: "修订后的依据".to_owned() },
    };
    let edit = Edit::Several { act: Act::SetCells, edits: items.map(set).collect() };
    let inverse = catalogue.apply(&edit).context("the items are not there")?;
    let step = NewStep {
        kind: StepKind::Edit,
        edit: &edit,
        inverse: &inverse,
        at: Timestamp::now(),
        actor: "",
        joined: false,
    };
    store.apply(id, store.revision(id)?, slice::from_ref(&step), &catalogue)?;
    Ok(catalogue)
}

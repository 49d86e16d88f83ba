use super::*;
use std::time::Instant;
#[test]
fn timing() {
    let office = Office::new();
    let t = Instant::now();
    let id = office.app.import(std::path::Path::new("/tmp/h/big.json")).unwrap();
    println!("import {:?}", t.elapsed());
    let t = Instant::now();
    let store = Store::open(&office.path("library.db")).unwrap();
    println!("open {:?}", t.elapsed());
    let t = Instant::now();
    let l = store.load(&id).unwrap();
    println!("store load {:?} {}", t.elapsed(), l.catalogue.item_count());
    let t = Instant::now();
    let view = office.app.open(&id).unwrap();
    println!("view {:?}", t.elapsed());
    let item = view.groups[500].items[0].id.clone();
    for i in 0..5 {
        let t = Instant::now();
        office.app.edit(&id, set_text(&item, "basis", &format!("x{i}"))).unwrap();
        println!("edit {:?}", t.elapsed());
    }
    let group = view.groups[500].id.clone();
    let t = Instant::now();
    office.app.edit(&id, EditRequest::MoveGroup { group: group.clone(), to: 0 }).unwrap();
    println!("move group {:?}", t.elapsed());
    let t = Instant::now();
    office.app.edit(&id, EditRequest::AddItem { group, at: 0, name: "x".into() }).unwrap();
    println!("add item {:?}", t.elapsed());
    let t = Instant::now();
    let edits: Vec<_> = view.groups.iter().flat_map(|g| &g.items).map(|i| CellEdit { item: i.id.clone(), part: None, column: "basis".parse().unwrap(), value: Value::Text { text: "同一依据".into() } }).collect();
    office.app.edit(&id, EditRequest::SetCells { cells: edits }).unwrap();
    println!("10000 cells {:?}", t.elapsed());
    let t = Instant::now();
    office.app.undo(&id).unwrap();
    println!("undo 10000 cells {:?}", t.elapsed());
    let t = Instant::now();
    office.app.preview(&id, Paper::A3).unwrap();
    println!("preview {:?}", t.elapsed());
}

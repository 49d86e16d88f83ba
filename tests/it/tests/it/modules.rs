//! The direction of imports between the modules of one crate: no module needs itself, however far the way round.
//!
//! A module is a file. It imports the module in which a name that it uses is defined: by `use`, or by a path that
//! begins with `crate`, `self`, `super` or a child. `mod x;` and `pub use` import nothing, and who takes a name from
//! where it is re-exported imports the module behind it. So a front that declares and re-exports its children is in
//! no circle, while a child that uses what its parent defines is in one with a parent that calls it. Tests may
//! import anything.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Where a module stands below its crate.
type ModulePath = Vec<String>;

#[test]
fn modules_of_one_crate_import_one_way() {
    let mut found = Vec::new();
    for folder in source_folders() {
        let name = folder.parent().and_then(Path::file_name).unwrap().to_string_lossy().into_owned();
        for circle in circles(&modules_in(&folder)) {
            found.push(format!("{name}: {}", circle.join(", ")));
        }
    }
    assert!(found.is_empty(), "modules that import each other:\n{}", found.join("\n"));
}

#[test]
fn a_circle_is_found_whatever_way_it_goes_round() {
    let circles_of = |sources: &[(&str, &str)]| {
        let path = |name: &str| name.split("::").filter(|part| *part != "crate").map(str::to_owned).collect();
        let modules = sources.iter().map(|(name, source)| (path(name), tokens(source)));
        circles(&modules.collect())
    };
    let front = "mod a; mod b; pub use a::A;";
    // Through a front that re-exports, by a path within an expression, and from a child back to its parent.
    let through_front = [("crate", front), ("a", "use super::b::{self, B as C};"), ("b", "use crate::A;")];
    assert_eq!(circles_of(&through_front), [["a", "b"]]);
    let inline = [("crate", front), ("a", "fn f() { for x in crate::b::g() {} }"), ("b", "use super::a::A;")];
    assert_eq!(circles_of(&inline), [["a", "b"]]);
    let parent = [("crate", "mod a; struct P; fn f() { a::g() }"), ("a", "use super::P;"), ("b", "")];
    assert_eq!(circles_of(&parent), [["a", "crate"]]);
    // Comments, texts, visibilities and tests import nothing.
    let none = r#"
        // use super::a::A;
        pub(in crate::a) const TEXT: &str = "crate::a::A";
        #[cfg(test)]
        mod tests { use super::super::a::A; }
    "#;
    assert!(circles_of(&[("crate", front), ("a", "use crate::b::B;"), ("b", none)]).is_empty());
}

/// The folders of the sources of all our crates.
fn source_folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let crates = fs::read_dir(root.join("crates")).unwrap().map(|entry| entry.unwrap().path());
    let all = crates.chain([root.join("src-tauri"), root.join("tests/e2e")]);
    let mut folders: Vec<PathBuf> =
        all.map(|folder| folder.join("src")).filter(|folder| folder.is_dir()).collect();
    folders.sort();
    folders
}

/// The words and signs of every module below the folder of a crate's sources, without those of tests.
fn modules_in(folder: &Path) -> BTreeMap<ModulePath, Vec<String>> {
    let mut modules = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(current) = folders.pop() {
        for entry in fs::read_dir(&current).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            if matches!(name.as_str(), "tests" | "bin") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(folder).unwrap().with_extension("");
                let mut module: ModulePath =
                    below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
                let is_root = name == "lib" || name == "main" && !folder.join("lib.rs").exists();
                if is_root && module.len() == 1 {
                    module.clear();
                }
                modules.insert(module, tokens(&fs::read_to_string(&path).unwrap()));
            }
        }
    }
    modules
}

/// The modules that reach each other, circle by circle, sorted.
fn circles(modules: &BTreeMap<ModulePath, Vec<String>>) -> Vec<Vec<String>> {
    let uses: BTreeMap<&ModulePath, BTreeSet<Use>> =
        modules.iter().map(|(module, tokens)| (module, uses_in(module, tokens, modules))).collect();
    let imports = |module: &ModulePath| {
        let own = uses[module].iter().filter(|used| !used.is_re_export);
        own.map(|used| used.definition(&uses)).filter(|path| path != module).collect::<BTreeSet<ModulePath>>()
    };
    let imports: BTreeMap<&ModulePath, BTreeSet<ModulePath>> =
        modules.keys().map(|module| (module, imports(module))).collect();
    let reached = |from: &ModulePath| {
        let mut reached: BTreeSet<ModulePath> = BTreeSet::new();
        let mut next: Vec<&ModulePath> = imports[from].iter().collect();
        while let Some(module) = next.pop() {
            if reached.insert(module.clone()) {
                next.extend(&imports[module]);
            }
        }
        reached
    };
    let reached: BTreeMap<&ModulePath, BTreeSet<ModulePath>> =
        modules.keys().map(|module| (module, reached(module))).collect();
    let circle = |module: &&ModulePath| {
        let others = reached[module].iter().filter(|other| reached[other].contains(*module));
        others.map(name_of).collect::<BTreeSet<String>>()
    };
    let circles: BTreeSet<BTreeSet<String>> = modules.keys().map(|module| circle(&module)).collect();
    circles
        .into_iter()
        .filter(|circle| !circle.is_empty())
        .map(|circle| circle.into_iter().collect())
        .collect()
}

fn name_of(module: &ModulePath) -> String {
    if module.is_empty() { "crate".to_owned() } else { module.join("::") }
}

/// A name that a module uses.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Use {
    /// The module that the path leads to.
    module: ModulePath,
    /// What follows in the path: the name there; `None` where the module itself is meant.
    name: Option<String>,
    /// The name by which others find it.
    alias: Option<String>,
    is_re_export: bool,
}

impl Use {
    /// The module in which the name is defined, behind all re-exports.
    fn definition(&self, uses: &BTreeMap<&ModulePath, BTreeSet<Use>>) -> ModulePath {
        let mut current = self;
        // No name is re-exported through more modules than there are.
        for _ in 0..uses.len() {
            let mut re_exports = uses[&current.module].iter().filter(|used| used.is_re_export);
            let behind = re_exports.find(|used| current.name.is_some() && used.alias == current.name);
            match behind {
                Some(behind) => current = behind,
                None => break,
            }
        }
        current.module.clone()
    }
}

/// What a module uses of its own crate.
fn uses_in(
    module: &ModulePath,
    tokens: &[String],
    modules: &BTreeMap<ModulePath, Vec<String>>,
) -> BTreeSet<Use> {
    let token = |at: usize| tokens.get(at).map_or("", String::as_str);
    let mut uses = BTreeSet::new();
    let mut at = 0;
    while at < tokens.len() {
        let before = at.checked_sub(1).map_or("", token);
        if token(at) == "#" && tokens[at..].iter().take(7).map(String::as_str).eq(TEST) {
            at = end_of_item(tokens, at + 7);
        } else if token(at) == "use" {
            let end = (at..tokens.len()).find(|end| token(*end) == ";").unwrap_or(tokens.len());
            let is_re_export = before == "pub" || before == ")";
            for (path, alias) in paths_of_use(&tokens[at + 1..end]) {
                uses.extend(resolved(&path, alias, is_re_export, module, modules));
            }
            at = end;
        } else if is_name(token(at)) && token(at + 1) == "::" && !matches!(before, "::" | ".") {
            let mut path = vec![token(at).to_owned()];
            while token(at + 1) == "::" && is_name(token(at + 2)) {
                path.push(token(at + 2).to_owned());
                at += 2;
            }
            let is_visibility = before == "in" && at > path.len() * 2 && {
                let first = at + 2 - path.len() * 2;
                token(first - 2) == "("
            };
            if !is_visibility {
                uses.extend(resolved(&path, None, false, module, modules));
            }
            at += 1;
        } else {
            at += 1;
        }
    }
    uses
}

/// What stands before a test.
const TEST: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Behind the item that begins here: after its `;` or its last `}`.
fn end_of_item(tokens: &[String], start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        match token.as_str() {
            "{" => depth += 1,
            "}" if depth == 1 => return at + 1,
            "}" => depth -= 1,
            ";" if depth == 0 => return at + 1,
            _ => {}
        }
    }
    tokens.len()
}

/// The paths of a `use`, each with the name that it gives to what it leads to.
fn paths_of_use(tokens: &[String]) -> Vec<(Vec<String>, Option<String>)> {
    let mut paths = Vec::new();
    // The path so far, and those before each open brace.
    let (mut path, mut around): (Vec<String>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
    let mut alias = None;
    let mut is_alias = false;
    // Nothing stands since the last comma or brace.
    let mut is_done = false;
    for token in tokens.iter().map(String::as_str).chain([","]) {
        match token {
            "{" => around.push(path.clone()),
            "," | "}" => {
                if !is_done {
                    let last = path.last().filter(|last| *last != "self").cloned();
                    let alias: Option<String> = alias.take().or(last);
                    paths.push((path.clone(), alias));
                }
                is_done = true;
                path = if token == "}" { around.pop() } else { around.last().cloned() }.unwrap_or_default();
                is_alias = false;
            }
            "as" => is_alias = true,
            name if is_alias => alias = Some(name.to_owned()),
            "::" => {}
            name => {
                path.push(name.to_owned());
                is_done = false;
            }
        }
    }
    paths
}

/// Where a path of a module leads to; `None` for other crates, and for names that a `use` has brought in.
fn resolved(
    path: &[String],
    alias: Option<String>,
    is_re_export: bool,
    module: &ModulePath,
    modules: &BTreeMap<ModulePath, Vec<String>>,
) -> Option<Use> {
    let child = |base: &ModulePath, name: &String| {
        let path: ModulePath = base.iter().chain([name]).cloned().collect();
        Some(path).filter(|path| modules.contains_key(path))
    };
    let mut rest = path.iter().peekable();
    let mut target = module.clone();
    match rest.peek()?.as_str() {
        "crate" => {
            target.clear();
            rest.next();
        }
        "self" => {
            rest.next();
        }
        "super" => {
            while rest.next_if(|part| *part == "super").is_some() {
                target.pop();
            }
        }
        _ => {
            child(&target, rest.peek()?)?;
        }
    }
    while let Some(below) = rest.peek().and_then(|part| child(&target, part)) {
        target = below;
        rest.next();
    }
    let name = rest.next().filter(|name| *name != "self").cloned();
    (target != *module || name.is_some()).then_some(Use { module: target, name, alias, is_re_export })
}

/// The words and signs of a source, without comments, texts and lifetimes.
fn tokens(source: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(length) = literal(rest) {
            length
        } else if is_name(rest) {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            tokens.push(rest[..length].to_owned());
            length
        } else if rest.starts_with("::") {
            tokens.push("::".to_owned());
            2
        } else {
            if !first.is_whitespace() {
                tokens.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    tokens
}

/// How long the text, character or lifetime is with which a source begins.
fn literal(source: &str) -> Option<usize> {
    let raw = source.strip_prefix('b').unwrap_or(source).strip_prefix('r');
    let raw = raw.filter(|raw| raw.trim_start_matches('#').starts_with('"'));
    if let Some(raw) = raw {
        let end = format!("\"{}", "#".repeat(raw.find('"')?));
        let begins = source.len() - raw.len() + end.len();
        return source[begins..].find(&end).map(|at| begins + at + end.len());
    }
    let quoted = |quote: char| {
        let mut is_escaped = false;
        source.char_indices().skip(1).find_map(|(at, c)| {
            let ends = c == quote && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            ends.then_some(at + 1)
        })
    };
    if source.starts_with('"') {
        return quoted('"');
    }
    let is_character = source.starts_with('\'')
        && (source[1..].starts_with('\\') || source.chars().nth(2).is_some_and(|c| c == '\''));
    if is_character {
        return quoted('\'');
    }
    source.starts_with('\'').then_some(1)
}

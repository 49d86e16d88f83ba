//! What cannot be done: one clear sentence, exit status 2, and nothing written.

use super::*;
use mulu_programs::Program;

/// A folder to call the program in, with one good catalogue, `good.json`.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        fs::copy(sample("zhongwei-hrss-2022"), folder.path().join("good.json")).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).unwrap();
    }

    /// Puts the good catalogue with a change.
    fn put_changed(&self, name: &str, change: impl FnOnce(&mut Value)) {
        let mut value = json(&self.path("good.json"));
        change(&mut value);
        self.put(name, value.to_string());
    }

    fn snapshot(&self) -> Vec<(PathBuf, Option<Vec<u8>>)> {
        let entries = fs::read_dir(self.0.path()).unwrap().map(|entry| entry.unwrap().path());
        let mut all: Vec<_> =
            entries.map(|path| (path.clone(), path.is_file().then(|| fs::read(&path).unwrap()))).collect();
        all.sort();
        all
    }

    /// Calls the program, which must refuse; returns what it says.
    fn refused(&self, arguments: &[&str]) -> String {
        let before = self.snapshot();
        let output = mulu(self.0.path()).args(arguments).output().unwrap();
        assert_eq!(self.snapshot(), before, "{arguments:?} has written something");
        sentence(&output)
    }
}

/// The one sentence of a refusal.
fn sentence(output: &Output) -> String {
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), b"".as_slice()));
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    let sentence = said.strip_suffix("。\n").unwrap_or_else(|| panic!("no sentence: {said}"));
    assert!(!sentence.contains(['。', '\n', '！', '_', '?']), "not one clean sentence: {said}");
    said.trim_end().to_owned()
}

#[test]
fn each_wrong_input_has_its_sentence_with_the_files_name() {
    let desk = Desk::new();
    let good = fs::read_to_string(desk.path("good.json")).unwrap();
    desk.put("cut.json", &good[..good.len() / 2 - good.len() / 2 % 4]);
    desk.put("empty.json", "");
    desk.put("gb.json", b"{\"format\": \"\xd5\xfe\xce\xf1\"}");
    desk.put("other.json", "{\"name\": 1}");
    desk.put_changed("version.json", |value| value["format"] = "mulu.catalogue/9".into());
    desk.put_changed("key.json", |value| value["template"]["columns"][4]["key"] = "kontent".into());
    desk.put_changed("ids.json", |value| {
        value["groups"][0]["id"] = "g1".into();
        value["groups"][1]["id"] = "g1".into();
    });
    desk.put_changed("items.json", |value| {
        value["groups"][0]["items"][0]["id"] = "i1".into();
        value["groups"][1]["items"][0]["id"] = "i1".into();
    });
    desk.put_changed("shape.json", |value| value["groups"] = "none".into());
    desk.put_changed("word.json", |value| value["groups"][0]["items"][0]["method"][0] = "secret".into());
    desk.put_changed("date.json", |value| value["prepared_at"] = "2022-02-30".into());
    fs::create_dir(desk.path("folder.json")).unwrap();
    let cases = [
        ("cut.json", "不是完整的JSON"),
        ("empty.json", "不是完整的JSON"),
        ("gb.json", "不是UTF-8"),
        ("other.json", "不是目录交换文件"),
        ("version.json", "mulu.catalogue/9"),
        ("key.json", "不认识的列“kontent”"),
        ("ids.json", "两个一级事项使用同一个标识“g1”"),
        ("items.json", "两个二级事项使用同一个标识“i1”"),
        ("shape.json", "内容的类型不符"),
        ("word.json", "不认识的值“secret”"),
        ("date.json", "2022-02-30"),
        ("folder.json", "是文件夹"),
        ("missing.json", "找不到"),
    ];
    for (name, words) in cases {
        for arguments in [["convert", name, "out.pdf"], ["convert", name, "out.json"]] {
            let said = desk.refused(&arguments);
            assert!(said.contains(name) && said.contains(words), "{name}: {said}");
        }
    }
}

/// A workbook of ours.
fn workbook(desk: &Desk) -> Vec<u8> {
    run(desk.0.path(), &[&"convert", &"good.json", &"whole.xlsx"]);
    fs::read(desk.path("whole.xlsx")).unwrap()
}

/// The same workbook, said to have a password: a flag of each entry and of the directory.
fn locked(mut bytes: Vec<u8>) -> Vec<u8> {
    for (sign, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at: Vec<usize> =
            bytes.windows(4).enumerate().filter(|(_, bytes)| bytes == sign).map(|(at, _)| at).collect();
        at.into_iter().for_each(|at| bytes[at + flags] |= 1);
    }
    bytes
}

#[test]
fn documents_that_cannot_be_read_have_their_sentence() {
    let desk = Desk::new();
    let whole = workbook(&desk);
    desk.put("empty.xlsx", "");
    desk.put("picture.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    desk.put("cut.xlsx", &whole[..whole.len() / 2]);
    desk.put("locked.xlsx", locked(whole));
    desk.put("paper.docx", "%PDF-1.7\n");
    desk.put("old.doc", "{\\rtf1\\ansi }");
    desk.put("names.csv", "姓名,电话\n甲,1\n乙，丙。,2\n");
    desk.put("letter.html", "<html><body><p>没有表格。</p></body></html>");
    let cases = [
        ("empty.xlsx", "是空文件"),
        ("picture.xlsx", "其实是图片"),
        ("cut.xlsx", "不完整"),
        ("locked.xlsx", "打开密码"),
        ("paper.docx", "其实是PDF文件"),
        ("old.doc", "另存为.docx"),
        ("names.csv", "没有找到目录表格，只有3行2列的表格（开头是“姓名、电话”）"),
        ("letter.html", "是网页，其中有1行文字，但没有表格"),
    ];
    for (name, words) in cases {
        for arguments in [
            &["convert", name, "out.json", "--report", "r.json"][..],
            &["import", name, "--library", "lib.db", "--report", "r.json"],
        ] {
            let said = desk.refused(arguments);
            assert!(said.contains(name) && said.contains(words), "{name}: {said}");
        }
    }
}

#[test]
fn a_refused_import_leaves_the_library_empty() {
    let desk = Desk::new();
    desk.put("bad.json", "{");
    run(desk.0.path(), &[&"import", &"good.json", &"--library", &"lib.db"]);
    desk.refused(&["import", "bad.json", "--library", "lib.db"]);
    assert_eq!(run(desk.0.path(), &[&"list", &"--library", &"lib.db"]).lines().count(), 1);
}

#[test]
fn targets_that_cannot_be_written_are_told_and_stay_as_they_are() {
    let desk = Desk::new();
    fs::create_dir(desk.path("folder.pdf")).unwrap();
    desk.put("kept.pdf", "old");
    let mut permissions = fs::metadata(desk.path("kept.pdf")).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(desk.path("kept.pdf"), permissions).unwrap();
    let cases = [
        ("folder.pdf", "是文件夹"),
        ("kept.pdf", "只读"),
        ("nowhere/out.pdf", "找不到"),
        ("good.json/out.pdf", "找不到"),
        ("out", "不能写成"),
        ("out.doc", "不能写成"),
    ];
    for (name, words) in cases {
        let said = desk.refused(&["convert", "good.json", name]);
        assert!(said.contains(words), "{name}: {said}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_nothing_half_written() {
    let desk = Desk::new();
    std::os::unix::fs::symlink("/dev/full", desk.path("full.json")).unwrap();
    let output = mulu(desk.0.path()).args(["convert", "good.json", "full.json"]).output().unwrap();
    assert!(sentence(&output).contains("磁盘空间不足"));

    desk.put("old.json", "old");
    let before = desk.snapshot().len();
    // No file may grow past a few blocks, as on a disk that is nearly full.
    let script = "trap '' XFSZ; ulimit -f 4; exec \"$0\" convert good.json old.json";
    let mut shell = Program::Shell.command();
    shell.current_dir(desk.0.path()).args(["-c", script, env!("CARGO_BIN_EXE_mulu")]);
    assert!(sentence(&shell.output().unwrap()).contains("磁盘空间不足"));
    assert_eq!(fs::read(desk.path("old.json")).unwrap(), b"old");
    assert_eq!(desk.snapshot().len(), before);
}

#[test]
fn files_that_are_no_library_are_told_and_stay_as_they_are() {
    let desk = Desk::new();
    let database = "SQLite format 3\0".to_owned() + &"x".repeat(4080);
    desk.put("other.db", &database);
    fs::create_dir(desk.path("folder.db")).unwrap();
    let cases = [
        ("good.json", "不是目录库"),
        ("other.db", "不是目录库"),
        ("folder.db", "是文件夹"),
        ("no.db", "找不到"),
    ];
    for (name, words) in cases {
        let said = desk.refused(&["list", "--library", name]);
        assert!(said.contains(name) && said.contains(words), "{name}: {said}");
    }
}

#[test]
fn a_catalogue_that_is_not_there_is_told() {
    let desk = Desk::new();
    run(desk.0.path(), &[&"import", &"good.json", &"--library", &"lib.db"]);
    for id in ["nothing", "", "a b"] {
        let said = desk.refused(&["export", id, "out.pdf", "--library", "lib.db"]);
        assert!(said.contains("没有编号为"), "{said}");
    }
}

#[test]
fn wrong_calls_say_what_is_wrong_and_how_to_call() {
    let desk = Desk::new();
    let cases: [(&[&str], &str); 16] = [
        (&[], "没有写明"),
        (&["publish"], "“publish”"),
        (&["convert"], "mulu convert IN OUT"),
        (&["convert", "good.json"], "mulu convert IN OUT"),
        (&["convert", "good.json", "a.pdf", "b.pdf"], "多出了“b.pdf”"),
        (&["convert", "good.json", "a.pdf", "--paper", "a5"], "“a5”"),
        (&["convert", "good.json", "a.pdf", "--paper"], "缺少内容"),
        (&["convert", "good.json", "a.pdf", "--json"], "没有选项“--json”"),
        (&["convert", "good.json", "a.pdf", "--colour"], "没有选项“--colour”"),
        (&["convert", "good.json", "a.pdf", "--template", "x"], "没有名为“x”的模板"),
        (&["convert", "good.json", "a.pdf", "--table", "0"], "“0”不是表格的序号"),
        (&["convert", "good.json", "a.pdf", "--table", "2"], "只有1个表格"),
        (&["list", "--json=yes"], "不应有内容"),
        (&["list", "-x"], "没有选项“-x”"),
        (&["export", "id"], "mulu export ID OUT"),
        (&["import"], "mulu import IN"),
    ];
    for (arguments, words) in cases {
        let said = desk.refused(arguments);
        assert!(said.contains(words), "{arguments:?}: {said}");
    }
}

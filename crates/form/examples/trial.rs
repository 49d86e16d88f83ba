//! trial
fn main() {
    let mut args = std::env::args().skip(1);
    let (input, out) = (args.next().unwrap(), args.next().unwrap());
    let paper =
        if args.next().as_deref() == Some("a4") { mulu_form::Paper::A4 } else { mulu_form::Paper::A3 };
    let bytes = std::fs::read(&input).unwrap();
    let catalogue = {
        let mut n = 0;
        mulu_model::exchange::read(&bytes, &mut || {
            n += 1;
            mulu_model::Id::new(&format!("t{n}")).unwrap()
        })
        .unwrap()
    };
    let t = std::time::Instant::now();
    let form = mulu_form::lay_out(&catalogue, &mulu_form::Options { paper, draft: true });
    eprintln!("{out}: {} pages, {} pt, layout {:?}", form.page_count(), form.font_size(), t.elapsed());
    let t = std::time::Instant::now();
    let date = mulu_model::Date::constant(2022, 12, 18);
    let file = mulu_form::pdf::write(&form, date, &mut mulu_form::unwatched).unwrap();
    eprintln!("pdf {:?} {} bytes", t.elapsed(), file.len());
    std::fs::write(&out, file).unwrap();
    let t = std::time::Instant::now();
    let file = mulu_form::xlsx::write(&form, date, &mut mulu_form::unwatched).unwrap();
    eprintln!("xlsx {:?} {} bytes", t.elapsed(), file.len());
    std::fs::write(out.replace(".pdf", ".xlsx"), file).unwrap();
    let t = std::time::Instant::now();
    let file = mulu_form::html::write(&form, &mut mulu_form::unwatched).unwrap();
    eprintln!("html {:?} {} bytes", t.elapsed(), file.len());
    std::fs::write(out.replace(".pdf", ".html"), file).unwrap();
    std::fs::write(
        out.replace(".pdf", ".csv"),
        mulu_form::csv::write(&form, &mut mulu_form::unwatched).unwrap(),
    )
    .unwrap();
    std::fs::write(out.replace(".pdf", ".svg"), form.svg(0)).unwrap();
}

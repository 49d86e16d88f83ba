//! Pictures of a window as it stands on the display. The driver's own pictures wait for a frame that an idle page
//! never draws.

use std::{fs::File, io::BufWriter, path::Path};

use anyhow::{Context, Result, ensure};
use png::{BitDepth, ColorType, Compression, Encoder};
use x11rb::{
    connection::Connection,
    protocol::xproto::{ConnectionExt, ImageFormat, ImageOrder},
};

/// Bytes of a pixel as the display gives it: blue, green, red and one that says nothing.
const PIXEL: usize = 4;

/// Writes what the window shows as PNG. Nothing may stand before it.
pub(crate) fn take(window: u32, path: &Path) -> Result<()> {
    let (display, _) = x11rb::connect(None).context("no display")?;
    let order = display.setup().image_byte_order;
    ensure!(order == ImageOrder::LSB_FIRST, "the display has another order of bytes");
    let area = display.get_geometry(window)?.reply()?;
    let format = ImageFormat::Z_PIXMAP;
    let image = display.get_image(format, window, 0, 0, area.width, area.height, u32::MAX)?.reply()?;
    let pixels = usize::from(area.width) * usize::from(area.height);
    ensure!(image.data.len() == pixels * PIXEL, "the display has another depth of colours");
    let colours: Vec<u8> =
        image.data.chunks_exact(PIXEL).flat_map(|pixel| [pixel[2], pixel[1], pixel[0]]).collect();

    let file = File::create(path).with_context(|| path.display().to_string())?;
    let mut encoder = Encoder::new(BufWriter::new(file), area.width.into(), area.height.into());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    encoder.write_header()?.write_image_data(&colours).with_context(|| path.display().to_string())
}

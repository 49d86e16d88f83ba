//! What a user does with the mouse beyond a single click.

use std::time::Duration;

use anyhow::{Context, Result};
use fantoccini::{
    actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    elements::Element,
};

use crate::Window;

/// Steps of a drag: a pointer that jumps would pass over what lies between.
const STEPS: u32 = 8;

/// How long the pointer takes from step to step, so that the page sees each of them.
const PACE: Duration = Duration::from_millis(20);

impl Window {
    /// Clicks twice in quick succession.
    pub async fn double_click(&self, id: &str) -> Result<()> {
        let element = self.find(id).await?;
        let mut mouse = mouse().then(over(element));
        for _ in 0..2 {
            mouse = mouse.then(DOWN).then(UP);
        }
        self.client.perform_actions(mouse).await.with_context(|| format!("double click on {id}"))
    }

    /// Drags one element to another: `above` or below its middle by so many pixels.
    pub async fn drag(&self, from: &str, to: &str, below: f64) -> Result<()> {
        let (from, to) = (self.middle(from).await?, self.middle(to).await?);
        self.drag_to(from, (to.0, to.1 + below)).await
    }

    /// Drags from one place of the window to another.
    pub async fn drag_to(&self, from: (f64, f64), to: (f64, f64)) -> Result<()> {
        let mut mouse = mouse().then(at(from)).then(DOWN);
        for step in 1..=STEPS {
            let part = f64::from(step) / f64::from(STEPS);
            let between = |from: f64, to: f64| (from + (to - from) * part).round();
            mouse = mouse.then(at((between(from.0, to.0), between(from.1, to.1))));
        }
        self.client.perform_actions(mouse.then(UP)).await.context("drag")
    }

    /// The middle of an element, in pixels of the window.
    pub async fn middle(&self, id: &str) -> Result<(f64, f64)> {
        let element = self.find(id).await?;
        let script = "arguments[0].scrollIntoView({ block: 'nearest' });
            const box = arguments[0].getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2]";
        let middle = self.client.execute(script, vec![serde_json::to_value(&element)?]).await?;
        let number = |at: usize| middle[at].as_f64().with_context(|| format!("{id} has no place"));
        Ok((number(0)?.round(), number(1)?.round()))
    }
}

const DOWN: PointerAction = PointerAction::Down { button: MOUSE_BUTTON_LEFT };
const UP: PointerAction = PointerAction::Up { button: MOUSE_BUTTON_LEFT };

fn mouse() -> MouseActions {
    MouseActions::new("mouse".to_owned())
}

fn over(element: Element) -> PointerAction {
    PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 }
}

fn at((x, y): (f64, f64)) -> PointerAction {
    PointerAction::MoveTo { duration: Some(PACE), x, y }
}

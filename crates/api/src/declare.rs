//! How commands are declared.

use mulu_app::AppError;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// The parameters of a command.
pub(crate) fn read<T: DeserializeOwned>(command: &str, params: Value) -> Result<T, AppError> {
    serde_json::from_value(params).map_err(|error| bad(command, &error))
}

/// The result of a command.
pub(crate) fn written(command: &str, result: &impl Serialize) -> Result<String, AppError> {
    serde_json::to_string(result).map_err(|error| bad(command, &error))
}

fn bad(command: &str, error: &serde_json::Error) -> AppError {
    AppError::BadRequest { detail: format!("{command}: {error}") }
}

/// How a command is called and what it returns, for the client.
#[cfg(test)]
#[derive(Clone)]
pub(crate) struct Signature {
    pub(crate) name: &'static str,
    pub(crate) documentation: &'static [&'static str],
    pub(crate) params: Vec<(&'static str, specta::datatype::DataType)>,
    pub(crate) result: specta::datatype::DataType,
    pub(crate) reports_progress: bool,
}

/// Declares commands: documentation, `name(parameters) -> result`, `, reports progress` where it does, and what it does
/// with its [`Call`](crate::Call).
macro_rules! declare {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident($($param:ident: $type:ty),*) -> $result:ty $(, $reports:ident progress)? = |$call:pat_param| $act:expr;
    )*) => {
        /// Runs a command of the list.
        pub(crate) fn run(
            call: &$crate::Call<'_>,
            command: &str,
            params: serde_json::Value,
        ) -> Result<String, mulu_app::AppError> {
            match command {
                $(stringify!($name) => {
                    #[derive(serde::Deserialize)]
                    #[serde(deny_unknown_fields)]
                    struct Params { $($param: $type),* }
                    let Params { $($param),* } = $crate::declare::read(command, params)?;
                    let $call = call;
                    let result: Result<$result, mulu_app::AppError> = $act;
                    $crate::declare::written(command, &result?)
                })*
                _ => Err(mulu_app::AppError::BadRequest { detail: format!("no command {command}") }),
            }
        }

        /// The signatures of all commands, with the types that they name.
        #[cfg(test)]
        pub(crate) fn signatures(types: &mut specta::Types) -> Vec<$crate::declare::Signature> {
            vec![$($crate::declare::Signature {
                name: stringify!($name),
                documentation: &[$($doc),*],
                params: vec![$((stringify!($param), <$type as specta::Type>::definition(types))),*],
                result: <$result as specta::Type>::definition(types),
                reports_progress: false $(|| stringify!($reports) == "reports")?,
            }),*]
        }
    };
}

pub(crate) use declare;

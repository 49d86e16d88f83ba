//! What is proved, what is found altered, and what people can read and type.

mod chain;
mod codes;
mod pins;

//! Instruments: the files that ship, their checks, and scoring against references from outside the engine.

mod definition_mistakes;
mod exactness;
mod exhaustive;
mod kettle;
mod mistakes;
mod own_items;
mod properties;
mod schemas;
mod shipped;
mod type_mistakes;
mod vectors;
mod wording_mistakes;

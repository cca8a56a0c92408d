//! The map: who may call whom.

// Panics that end the program without a text: in a browser nobody sees Rust's text, and every phone would download the
// code that makes it.
import { functions } from "./functions.mjs";

// What Rust calls when a program is wrong. None of them ever returns; all that they do before the end is to write.
const NEVER_RETURN = new Set([
  "__rustc::rust_begin_unwind",
  "__rustc::rust_panic",
  "alloc::alloc::handle_alloc_error",
  "alloc::raw_vec::capacity_overflow",
  "alloc::raw_vec::handle_error",
  "core::cell::panic_already_borrowed",
  "core::cell::panic_already_mutably_borrowed",
  "core::option::expect_failed",
  "core::option::unwrap_failed",
  "core::panicking::assert_failed_inner",
  "core::panicking::panic",
  "core::panicking::panic_bounds_check",
  "core::panicking::panic_display",
  "core::panicking::panic_fmt",
  "core::result::unwrap_failed",
  "core::slice::copy_from_slice_impl::len_mismatch_fail",
  "core::slice::index::slice_index_fail",
  "core::str::slice_error_fail",
  "core::str::slice_error_fail_rt",
  "hashbrown::raw::Fallibility::capacity_overflow",
  "std::panicking::panic_handler::{closure#0}",
  "std::panicking::panic_with_hook",
  "std::thread::local::panic_access_error",
]);

// The way of every panic. Without these the compiler's names have changed, and the list has to be looked at again.
const ALWAYS_THERE = ["__rustc::rust_begin_unwind", "core::option::unwrap_failed", "core::panicking::panic_fmt"];

// `core[c5930c85]::option::unwrap_failed.12` and `core::option::unwrap_failed::hba5308fe…` are one function by name.
const plain = (name) =>
  name
    .replace(/\\([0-9a-f]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\[[0-9a-f]+\]/g, "")
    .replace(/::h[0-9a-f]{16}$/, "")
    .replace(/\.\d+$/, "");

// How a function is called that writes a value for programmers. Where a page writes none but on the way of a panic, nobody
// calls it any more; the compiler cannot know, because tables hold its address.
const WRITES_FOR_PROGRAMMERS = " as core::fmt::Debug>::fmt";

/**
 * Lets each function above end the program at once, which it would do anyway; with `debugToo` those as well that write
 * values for programmers.
 */
export function endPanicsWithoutText(module, debugToo) {
  const met = new Set();
  for (const { name, base, params, results } of functions(module)) {
    const ends = NEVER_RETURN.has(plain(name)) || (debugToo && plain(name).endsWith(WRITES_FOR_PROGRAMMERS));
    if (base || !ends) continue;
    met.add(plain(name));
    module.removeFunction(name);
    module.addFunction(name, params, results, [], module.unreachable());
  }
  const missing = ALWAYS_THERE.filter((name) => !met.has(name));
  if (missing.length > 0) throw new Error(`the page has no function called ${missing.join(" or ")}`);
}

//! The device's clock.

/// Milliseconds since 1970-01-01 UTC.
pub fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}

/// How far the device's clock is ahead of UTC, in minutes: 60 for British summer time.
pub fn offset_minutes() -> i32 {
    // The browser counts the other way round: from local time to UTC.
    -(js_sys::Date::new_0().get_timezone_offset() as i32)
}

# R with haven: the exported script makes the data frame, and R counts.
folder <- commandArgs(trailingOnly = TRUE)[[1]]
source(file.path(folder, "load.R"), chdir = TRUE)

say <- function(measure, column, value, wave = "", key = "") {
  quoted <- function(x) paste0('"', gsub('"', '""', x, fixed = TRUE), '"')
  value <- if (is.numeric(value)) format(value, digits = 17) else enc2utf8(value)
  cat(paste(c(measure, column, wave, quoted(key), quoted(value)), collapse = ","), "\n", sep = "")
}

waves <- unique(as.character(responses$wave))
for (name in names(responses)) {
  column <- responses[[name]]
  say("title", name, attr(column, "label"))
  codes <- attr(column, "na_values")
  labels <- attr(column, "labels")
  for (at in seq_along(labels)) {
    measure <- if (labels[[at]] %in% codes) "missing_label" else "label"
    say(measure, name, names(labels)[[at]], key = as.character(labels[[at]]))
  }
  for (wave in waves) {
    here <- as.character(responses$wave) == wave
    cells <- if (inherits(column, "POSIXct")) column[here] else haven::zap_missing(column[here])
    there <- cells[!is.na(cells)]
    say("n", name, length(there), wave)
    if (length(there) > 0 && is.numeric(unclass(column)) && !inherits(column, "POSIXct")) {
      say("mean", name, mean(as.numeric(there)), wave)
    }
    raw <- unclass(column)[here]
    for (code in codes) {
      count <- sum(raw == code, na.rm = TRUE)
      if (count > 0) say("missing", name, count, wave, as.character(code))
    }
  }
}

package placewatch.model.series;

import java.util.List;
import java.util.Locale;

/// What a number counts, as far as its variable's name says so by how it ends.
///
/// @param sign `°C`; empty if the name does not say
public record Unit(String sign) {

    /// The name does not say.
    public static final Unit NONE = new Unit("");

    private record Ending(String end, String sign) { }

    // one letter alone may mean anything, as in camera_a, but for degrees
    private static final List<Ending> ENDINGS = List.of(
            new Ending("_c", "°C"), new Ending("celsius", "°C"), new Ending("temperature", "°C"),
            new Ending("_temp", "°C"), new Ending("_f", "°F"), new Ending("fahrenheit", "°F"),
            new Ending("percent", "%"), new Ending("percentage", "%"), new Ending("_pct", "%"),
            new Ending("humidity", "%"),
            new Ending("_db", "dB"), new Ending("_dbm", "dBm"), new Ending("decibels", "dB"),
            new Ending("_watts", "W"), new Ending("_kw", "kW"), new Ending("_kwh", "kWh"), new Ending("_wh", "Wh"),
            new Ending("_volts", "V"), new Ending("_amps", "A"), new Ending("_hz", "Hz"), new Ending("_khz", "kHz"),
            new Ending("_mhz", "MHz"),
            new Ending("_lux", "lx"), new Ending("_ppm", "ppm"), new Ending("_ppb", "ppb"),
            new Ending("_milliseconds", "ms"), new Ending("_millis", "ms"), new Ending("_ms", "ms"),
            new Ending("_seconds", "s"), new Ending("_secs", "s"), new Ending("_sec", "s"),
            new Ending("_minutes", "min"), new Ending("_mins", "min"), new Ending("_hours", "h"),
            new Ending("_days", "d"),
            new Ending("_bytes", "B"), new Ending("_kb", "kB"), new Ending("_mb", "MB"), new Ending("_kbps", "kbit/s"),
            new Ending("_mbps", "Mbit/s"), new Ending("_rpm", "rpm"), new Ending("_bpm", "bpm"),
            new Ending("_hpa", "hPa"), new Ending("_kpa", "kPa"), new Ending("_metres", "m"), new Ending("_meters", "m"),
            new Ending("_cm", "cm"), new Ending("_mm", "mm"), new Ending("_kg", "kg"), new Ending("_degrees", "°"));

    /// Reads a variable's name.
    public static Unit of(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        for (Ending ending : ENDINGS) {
            // a name that is nothing but the ending says it too: `lux`
            if (lower.endsWith(ending.end) || ending.end.charAt(0) == '_' && ending.end.length() > 2
                    && lower.equals(ending.end.substring(1))) {
                return new Unit(ending.sign);
            }
        }
        return NONE;
    }

    public boolean isSaid() {
        return !sign.isEmpty();
    }
}

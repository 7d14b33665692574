package placewatch.log;

import java.util.Optional;
import placewatch.protocol.ModuleAddress;

/// Who a line is of: a module, as it was addressed when the line came, or the connection itself.
///
/// @param moduleId   as the server knows the module; empty if the line is of no module
/// @param address    where the module was then
/// @param systemName what people call that system; empty if nobody said
public record LogSource(String moduleId, Optional<ModuleAddress> address, String systemName) {

    /// Lines about the connection.
    public static final LogSource CONNECTION = new LogSource("", Optional.empty(), "");

    public static LogSource of(ModuleAddress address, String moduleId, String systemName) {
        return new LogSource(moduleId, Optional.of(address), systemName);
    }

    /// `Display_1`; empty for the connection.
    public String slug() {
        return address.map(ModuleAddress::slug).orElse("");
    }

    /// The system's id; empty for the connection.
    public String systemId() {
        return address.map(ModuleAddress::system).orElse("");
    }
}

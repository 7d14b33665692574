package placewatch.rest;

import java.util.ArrayList;
import java.util.List;

/// Systems as `GET /systems` lists them and `GET /systems/{id}?complete=true` details them.
final class SystemReader {

    private SystemReader() {
    }

    static List<ControlSystem> readAll(Iterable<Fields> all) {
        List<ControlSystem> systems = new ArrayList<>();
        for (Fields fields : all) {
            systems.add(read(fields));
        }
        return systems;
    }

    static SystemDetail readDetail(Fields fields) {
        ControlSystem system = read(fields);
        return new SystemDetail(
                system,
                ZoneReader.readAll(fields.objects("zone_data")),
                ModuleReader.readAll(fields.objects("module_data"), system.modules()));
    }

    private static ControlSystem read(Fields fields) {
        return new ControlSystem(
                fields.needed("id"),
                fields.text("name"),
                fields.text("display_name"),
                fields.text("description"),
                fields.text("email"),
                fields.texts("zones"),
                fields.texts("modules"),
                fields.texts("features"),
                fields.number("capacity"),
                fields.flag("bookable"),
                fields.text("support_url"),
                // the server's own description calls it an object, the server sends text: take either
                fields.node().path("timezone").asString(""));
    }
}

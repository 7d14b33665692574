package placewatch.screen.watch;

import placewatch.settings.Kept;
import placewatch.settings.WatchTables;
import placewatch.settings.WatchTablesJson;

/// Keeps the tables as the program does, as text, but not on a disk.
public final class KeptInMemory implements Kept<WatchTables> {

    private final WatchTablesJson json = new WatchTablesJson();
    private byte[] text = json.write(WatchTables.none());

    @Override
    public WatchTables latest() {
        return json.read(text);
    }

    @Override
    public void keep(WatchTables next) {
        text = json.write(next);
    }
}

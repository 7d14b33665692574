package placewatch.simulator.rest;

import placewatch.simulator.Caller;
import placewatch.simulator.Role;

/// Who may make a call.
enum Rights {
    NO_KEY_NEEDED, ANY_KEY, SUPPORT, ADMIN;

    boolean allow(Caller caller) {
        return switch (this) {
            case NO_KEY_NEEDED, ANY_KEY -> true;
            case SUPPORT -> caller.may(Role.SUPPORT);
            case ADMIN -> caller.may(Role.ADMIN);
        };
    }
}

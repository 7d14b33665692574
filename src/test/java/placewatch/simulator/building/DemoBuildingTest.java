package placewatch.simulator.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import placewatch.protocol.ModuleAddress;

class DemoBuildingTest {
    private static final Instant NOON = Instant.parse("2026-03-10T11:00:00Z");

    @Test
    void theDemoBuildingHasTwoHousesSixLevelsAndThirtySixRooms() {
        try (Building building = raise(36, 7)) {
            assertThat(zones(building, "org")).hasSize(1);
            assertThat(zones(building, "building")).extracting(DemoZone::name)
                    .containsExactly("Harbour House", "Station Street 12");
            assertThat(zones(building, "level")).hasSize(6).extracting(DemoZone::displayName)
                    .containsOnly("Level 1", "Level 2", "Level 3");
            assertThat(zones(building, "area")).isNotEmpty();
            assertThat(building.systems()).hasSize(36).extracting(DemoSystem::name).isSorted().doesNotHaveDuplicates()
                    .contains("Reception", "Huddle 1.02", "Training 1.05", "Boardroom 2.01", "Meeting 2.02",
                            "Focus 2.04", "Studio 2.05", "Phone 1.06", "Lab 3.08");
            assertThat(inZone(building, "zone-HarbourHouse")).isEqualTo(24);
            assertThat(inZone(building, "zone-StationStreet12")).isEqualTo(12);
        }
    }

    @Test
    void aRoomsDescriptionSaysWhatItsOtherFieldsDoNot() {
        try (Building building = raise(36, 7)) {
            for (DemoSystem system : building.systems()) {
                assertThat(system.description()).isNotBlank().doesNotContainIgnoringCase("seats")
                        .doesNotContain(String.valueOf(system.capacity())).doesNotContain(system.name());
            }
        }
    }

    @Test
    void everyZoneOfASystemExistsAndLiesInTheOneBeforeIt() {
        try (Building building = raise(600, 7)) {
            for (DemoSystem system : building.systems()) {
                String parent = "";
                for (String id : system.zones()) {
                    assertThat(building.zone(id)).map(DemoZone::parentId).contains(parent);
                    parent = id;
                }
            }
        }
    }

    @Test
    void theBoardroomHoldsWhatABoardroomHolds() {
        try (Building building = raise(36, 7)) {
            DemoSystem boardroom = building.system("sys-DemoBoard201").orElseThrow();
            assertThat(boardroom.name()).isEqualTo("Boardroom 2.01");
            assertThat(boardroom.modules()).map(id -> building.module(id).orElseThrow().name()).containsExactly(
                    "Display", "Display", "Switcher", "Camera", "Mixer", "Lighting", "Blinds", "Bookings", "System",
                    "PeopleCount", "Environment");
            assertThat(module(building, "Display_2").connected()).isFalse();
            assertThat(module(building, "Display_2").running()).isTrue();
            assertThat(module(building, "Blinds_1").running()).isFalse();
            assertThat(module(building, "System_1").driver().kind()).isEqualTo(99);
            assertThat(building.resolve(new ModuleAddress(boardroom.id(), "Display", 3))).isEmpty();
            assertThat(building.resolve(new ModuleAddress("sys-nowhere", "Display", 1))).isEmpty();
        }
    }

    @Test
    void thereAreElevenKindsOfDriverAndOneLab() {
        try (Building building = raise(36, 7)) {
            List<DemoModule> modules = modules(building);
            assertThat(modules).map(DemoModule::driver).extracting(DemoDriver::id).containsOnly(
                    "driver-SamsungMDC", "driver-ExtronSIS", "driver-CiscoVISCA", "driver-BiampTesira",
                    "driver-PhilipsDynet", "driver-SomfySDN", "driver-GoogleCal", "driver-VergeSense",
                    "driver-KaiterraSE", "driver-MeetingRoom", "driver-LabTest");
            assertThat(modules).filteredOn(module -> module.name().equals("Lab")).singleElement()
                    .extracting(DemoModule::systemId).isEqualTo("sys-DemoLab308");
            assertThat(modules).filteredOn(module -> !module.customName().isEmpty()).singleElement()
                    .extracting(DemoModule::name).isEqualTo("Room_101");
            assertThat(modules).extracting(DemoModule::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyDriverPublishesSixVariablesAtLeastAndDescribesItsFunctions() {
        try (Building building = raise(36, 7)) {
            for (DemoModule module : modules(building)) {
                assertThat(module.state()).as(module.name()).hasSizeGreaterThanOrEqualTo(6).containsKey("connected");
                assertThat(module.functions()).as(module.name()).hasSizeGreaterThanOrEqualTo(5)
                        .extracting(DemoFunction::name).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void theFirstRoomsAreTheSameHoweverLargeTheBuilding() {
        try (Building small = raise(36, 7); Building large = raise(1000, 7)) {
            assertThat(large.systems()).hasSize(1000).containsAll(small.systems())
                    .extracting(DemoSystem::id).doesNotHaveDuplicates();
            assertThat(large.systems()).extracting(DemoSystem::name).isSorted().doesNotHaveDuplicates();
            assertThat(large.zones()).extracting(DemoZone::name).contains("Tower 3", "Tower 4")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aBuildingCanBeSmallerThanTheDemo() {
        try (Building building = raise(3, 7)) {
            assertThat(building.systems()).extracting(DemoSystem::name)
                    .containsExactly("Huddle 1.02", "Meeting 1.03", "Reception");
        }
        assertThatThrownBy(() -> raise(0, 7)).hasMessageContaining("one room at least");
    }

    @Test
    void theSeedDecidesTheIdsOfModules() {
        try (Building one = raise(36, 7); Building same = raise(36, 7); Building other = raise(36, 8)) {
            assertThat(same.systems()).isEqualTo(one.systems());
            assertThat(other.systems()).extracting(DemoSystem::id)
                    .isEqualTo(one.systems().stream().map(DemoSystem::id).toList());
            Set<String> modules = new HashSet<>(idsOfModules(one));
            modules.retainAll(idsOfModules(other));
            assertThat(modules).isEmpty();
        }
    }

    @Test
    void tenThousandRoomsAreUpInLessThanThreeSeconds() {
        long started = System.nanoTime();
        try (Building building = raise(10_000, 7)) {
            building.systems().forEach(system -> assertThat(building.system(system.id())).isPresent());
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
            assertThat(building.systems()).hasSize(10_000);
            assertThat(idsOfModules(building)).doesNotHaveDuplicates();
        }
    }

    @Test
    void aRoomThatNobodyTouchedDoesNothing() {
        try (Building building = raise(36, 7)) {
            Observed observed = new Observed(building);
            modules(building).forEach(module -> assertThat(module.driver()).isNotNull());
            building.advance(Duration.ofHours(1));
            assertThat(observed.lines()).isEmpty();
            module(building, "Display_1").state();
            assertThat(observed.lines()).as("waking is silent").isEmpty();
            building.advance(Duration.ofMinutes(1));
            assertThat(observed.lines()).isNotEmpty();
        }
    }

    @Test
    void aCalmRoomChangesAFewTimesASecondAndEveryDeviceTalks() {
        try (Building building = raise(36, 7)) {
            Observed observed = new Observed(building);
            module(building, "System_1").state();
            building.advance(Duration.ofMinutes(5));
            long changes = observed.lines().stream().filter(line -> !line.contains(" [")).count();
            assertThat(changes / 300.0).isBetween(0.5, 4.0);
            building.system("sys-DemoBoard201").orElseThrow().modules().stream()
                    .map(id -> building.module(id).orElseThrow())
                    .filter(module -> module.running() && !module.equals(module(building, "Display_2")))
                    .forEach(module -> assertThat(observed.of(module)).as(module.name())
                            .filteredOn(line -> line.startsWith("[debug]")).hasSizeGreaterThan(30));
        }
    }

    @Test
    void theSameSeedMomentAndCallsRepeatEveryEvent() {
        assertThat(aDay(7)).hasSizeGreaterThan(1000).isEqualTo(aDay(7));
        assertThat(aDay(7)).isNotEqualTo(aDay(8));
    }

    private static List<String> aDay(long seed) {
        try (Building building = raise(36, seed)) {
            Observed observed = new Observed(building);
            FrozenHouse.exec(module(building, "System_1"), "power", true);
            building.advance(Duration.ofMinutes(20));
            FrozenHouse.exec(module(building, "System_1"), "power", false);
            module(building, "Blinds_1").start();
            building.advance(Duration.ofHours(2));
            return observed.lines();
        }
    }

    @Test
    void modulesCanBeReorderedTakenAwayAndPutBack() {
        try (Building building = raise(36, 7)) {
            Observed observed = new Observed(building);
            DemoSystem before = building.system("sys-DemoBoard201").orElseThrow();
            DemoModule first = module(building, "Display_1");
            DemoModule second = module(building, "Display_2");

            building.setModules(before.id(), List.of(second.id(), first.id()));
            assertThat(module(building, "Display_1")).isSameAs(second);
            assertThat(module(building, "Display_2")).isSameAs(first);
            assertThat(building.resolve(new ModuleAddress(before.id(), "System", 1))).isEmpty();
            assertThat(observed.lines()).singleElement().asString().endsWith("modules of Boardroom 2.01");
            assertThat(building.systems()).contains(building.system(before.id()).orElseThrow()).doesNotContain(before);

            building.setModules(before.id(), before.modules());
            assertThat(building.systems()).contains(before);
            assertThat(module(building, "Display_1")).isSameAs(first);
            assertThatThrownBy(() -> building.setModules(before.id(), List.of("mod-stranger")))
                    .hasMessageContaining("mod-stranger");
        }
    }

    @Test
    void aSystemCanLeaveAZoneAndJoinIt() {
        try (Building building = raise(36, 7)) {
            DemoSystem before = building.system("sys-DemoBoard201").orElseThrow();
            long inside = inZone(building, "zone-HHL2");
            building.setZones(before.id(), before.zones().subList(0, 2));
            assertThat(inZone(building, "zone-HHL2")).isEqualTo(inside - 1);
            assertThat(building.system(before.id()).orElseThrow().modules()).isEqualTo(before.modules());
            building.setZones(before.id(), before.zones());
            assertThat(building.systems()).contains(before);
            assertThatThrownBy(() -> building.setZones(before.id(), List.of("zone-nowhere")))
                    .hasMessageContaining("zone-nowhere");
        }
    }

    private static Building raise(int systems, long seed) {
        return DemoBuilding.raise(systems, seed, Optional.of(NOON));
    }

    private static DemoModule module(Building building, String slug) {
        return building.resolve(ModuleAddress.ofSlug("sys-DemoBoard201", slug)).orElseThrow();
    }

    private static List<DemoZone> zones(Building building, String tag) {
        return building.zones().stream().filter(zone -> zone.tags().contains(tag)).toList();
    }

    private static long inZone(Building building, String zone) {
        return building.systems().stream().filter(system -> system.zones().contains(zone)).count();
    }

    private static List<String> idsOfModules(Building building) {
        return building.systems().stream().map(DemoSystem::modules).flatMap(Collection::stream).toList();
    }

    private static List<DemoModule> modules(Building building) {
        return idsOfModules(building).stream().map(id -> building.module(id).orElseThrow()).toList();
    }
}

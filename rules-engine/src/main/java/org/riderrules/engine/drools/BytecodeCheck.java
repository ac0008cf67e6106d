package org.riderrules.engine.drools;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.riderrules.engine.gate.BytecodeGate;
import org.riderrules.engine.gate.PackNames;
import org.riderrules.engine.gate.Refusal;
import org.riderrules.engine.language.Language;

/** Asks gate 2 and tells its refusals at the place that the author knows. */
final class BytecodeCheck implements ClassGate {
    private final BytecodeGate gate;

    BytecodeCheck() {
        this(Language.standard());
    }

    BytecodeCheck(Language language) {
        this.gate = new BytecodeGate(language);
    }

    @Override
    public void check(ParsedPack pack, SortedMap<String, byte[]> classes, Problems problems) {
        PackNames names = new PackNames(
                pack.packageName(),
                pack.declarations().stream().map(Declaration::name).collect(Collectors.toSet()));
        List<Refusal> refusals = gate.check(names, classes);
        if (!refusals.isEmpty()) {
            ClassPlaces places = new ClassPlaces(pack, classes);
            refusals.forEach(refusal -> problems.add(places.tell(refusal)));
        }
    }
}

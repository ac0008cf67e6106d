package org.riderrules.engine;

import java.lang.management.ManagementFactory;

/**
 * What the JVM holds of classes once everything that can go is gone.
 *
 * @param classes loaded now
 * @param unloaded since the JVM started
 * @param metaspace bytes in use
 */
record LoadedClasses(int classes, long unloaded, long metaspace) {

    static LoadedClasses now() throws InterruptedException {
        LoadedClasses last = collected();
        for (int i = 0; i < 20; i++) {
            LoadedClasses next = collected();
            if (next.unloaded == last.unloaded) {
                return next;
            }
            last = next;
        }
        return last;
    }

    private static LoadedClasses collected() throws InterruptedException {
        System.gc();
        Thread.sleep(50);
        var classes = ManagementFactory.getClassLoadingMXBean();
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
        return new LoadedClasses(classes.getLoadedClassCount(), classes.getUnloadedClassCount(), metaspace);
    }
}

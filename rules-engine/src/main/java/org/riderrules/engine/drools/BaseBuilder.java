package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.List;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/** Step 4: loaded model classes to a rule base, built from nothing, never updated. */
final class BaseBuilder {
    private BaseBuilder() {}

    /**
     * Builds the rule base of one pack version.
     *
     * @throws ReflectiveOperationException when a model class cannot be loaded or made
     */
    static KieBase build(List<String> models, ClassLoader loader) throws ReflectiveOperationException {
        List<Model> instances = new ArrayList<>();
        for (String name : models) {
            instances.add((Model) loader.loadClass(name).getConstructor().newInstance());
        }
        return KieBaseBuilder.createKieBaseFromModel(
                instances, RuleBaseFactory.newKnowledgeBaseConfiguration(null, loader));
    }
}

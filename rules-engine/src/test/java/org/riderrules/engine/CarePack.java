package org.riderrules.engine;

import java.time.LocalDate;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.CareClaim;
import org.riderrules.api.fact.ClaimKind;
import org.riderrules.api.fact.Topic;

/** A small welfare pack: sick pay from the eighth day, and nothing else. */
final class CarePack {
    private CarePack() {}

    static DecisionRequest.Builder request() {
        return DecisionRequest.about("R-1001")
                .topic(Topic.WELFARE)
                .market("HK")
                .capacity(Capacity.FLEET)
                .asOf(Requests.DAY)
                .knownAt(Requests.KNOWN);
    }

    static CareClaim illness(int unfitDays) {
        return CareClaim.builder()
                .id("C-1")
                .kind(ClaimKind.ILLNESS)
                .startedOn(LocalDate.of(2026, 7, 1))
                .unfitDays(unfitDays)
                .build();
    }

    /** The pack's files beside those of {@link SmallPack}, so that both kinds of replacing work. */
    static SmallPack files() {
        SmallPack files = new SmallPack()
                .path(
                        "welfare/v1/pack.json",
                        SmallPack.MANIFEST
                                .replace("tiering", "welfare")
                                .replace("\"PerformanceWindow.completedOrders\", \"PerformanceWindow.onTimeRate\"", ""))
                .path("welfare/v1/tables/SickPay.csv", "market,benefit,waitingDays,source\nHK,SICK_PAY,7,test\n")
                .path("welfare/v1/rules/vocabulary.drl", """
                        package welfare;

                        declare SickPay
                          benefit : String @key
                          waitingDays : int
                        end
                        """)
                .path("welfare/v1/rules/decide.drl", """
                        package welfare;
                        import org.riderrules.api.fact.*;
                        import org.riderrules.api.outcome.*;

                        agenda-group "decide"

                        rule "A rider who is unfit longer than the waiting days must be paid."
                          @id("welfare.sick-pay")
                          @reason("welfare.sick-pay")
                          @source("test")
                        when
                          $a : AsOf( $asOf : date )
                          $t : SickPay( $benefit : benefit )
                          CareClaim( kind == ClaimKind.ILLNESS, unfitDays != null,
                                     $days : unfitDays > $t.waitingDays )
                        then
                          insert( new BenefitGranted( $benefit, BenefitKind.ILLNESS_COVER, null, null, "FULL",
                                                      $asOf, $a.endOf( ReviewPeriod.MONTH ) ) );
                        end
                        """);
        for (String tag : new String[] {"en", "zh-Hans", "zh-Hant", "pt-BR", "ar"}) {
            files.path("welfare/v1/messages/" + tag + ".properties", "welfare.sick-pay = unfit for {days} days\n");
        }
        return files;
    }
}

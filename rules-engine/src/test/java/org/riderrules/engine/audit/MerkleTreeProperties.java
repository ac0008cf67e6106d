package org.riderrules.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

@net.jqwik.api.statistics.StatisticsReport(onFailureOnly = true)
class MerkleTreeProperties {

    private static List<byte[]> hashes(int count) {
        List<byte[]> hashes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hashes.add(Sha256.of(("entry " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return hashes;
    }

    private static byte[] root(List<byte[]> hashes) {
        MerkleTree tree = new MerkleTree();
        hashes.forEach(tree::add);
        return tree.root();
    }

    /** RFC 6962, section 2.1, word for word. */
    private static byte[] defined(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return MerkleTree.leaf(hashes.get(0));
        }
        int split = 1;
        while (split * 2 < hashes.size()) {
            split *= 2;
        }
        return MerkleTree.node(defined(hashes.subList(0, split)), defined(hashes.subList(split, hashes.size())));
    }

    @Example
    void The_root_of_no_leaf_is_the_hash_of_nothing() {
        assertThat(Sha256.hex(new MerkleTree().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Property(tries = 200)
    void The_root_that_grows_is_the_one_that_is_defined(@ForAll @IntRange(min = 1, max = 300) int size) {
        assertThat(root(hashes(size))).isEqualTo(defined(hashes(size)));
    }

    @Property(tries = 500)
    void Every_leaf_has_a_path_to_the_root_and_no_other_leaf_place_or_size_has_it(
            @ForAll @IntRange(min = 1, max = 200) int size, @ForAll @IntRange(max = 199) int at) {
        int index = at % size;
        List<byte[]> hashes = hashes(size);
        byte[] root = root(hashes);
        List<byte[]> path = MerkleTree.path(hashes, index);
        assertThat(MerkleTree.rootOf(hashes.get(index), index, size, path)).isEqualTo(root);
        byte[] foreign = Sha256.of(hashes.get(index));
        assertThat(MerkleTree.rootOf(foreign, index, size, path)).isNotEqualTo(root);
        for (int other = 0; other < size; other++) {
            if (other != index) {
                assertThat(leadsTo(root, hashes.get(index), other, size, path)).isFalse();
            }
        }
        for (int i = 0; i < path.size(); i++) {
            List<byte[]> changed = new ArrayList<>(path);
            changed.set(i, foreign);
            assertThat(leadsTo(root, hashes.get(index), index, size, changed)).isFalse();
        }
        Statistics.label("power of two").collect(Integer.bitCount(size) == 1);
        Statistics.label("place").collect(index == 0 ? "first" : index == size - 1 ? "last" : "inside");
        Statistics.label("power of two").coverage(seen -> seen.check(true).count(count -> count > 0));
        Statistics.label("place").coverage(seen -> {
            seen.check("first").count(count -> count > 0);
            seen.check("last").count(count -> count > 0);
            seen.check("inside").count(count -> count > 100);
        });
    }

    private static boolean leadsTo(byte[] root, byte[] hash, int index, int size, List<byte[]> path) {
        try {
            return java.util.Arrays.equals(MerkleTree.rootOf(hash, index, size, path), root);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Example
    void A_node_does_not_pass_for_a_leaf() {
        List<byte[]> hashes = hashes(4);
        byte[] left = MerkleTree.node(MerkleTree.leaf(hashes.get(0)), MerkleTree.leaf(hashes.get(1)));
        byte[] right = MerkleTree.node(MerkleTree.leaf(hashes.get(2)), MerkleTree.leaf(hashes.get(3)));
        assertThat(MerkleTree.rootOf(left, 0, 2, List.of(right))).isNotEqualTo(root(hashes));
    }

    @Example
    void A_path_of_another_length_is_refused() {
        List<byte[]> hashes = hashes(5);
        List<byte[]> path = MerkleTree.path(hashes, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MerkleTree.rootOf(hashes.get(1), 1, 5, path.subList(0, 2)));
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(hashes.get(0));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.rootOf(hashes.get(1), 1, 5, longer));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.rootOf(hashes.get(1), 5, 5, path));
    }
}

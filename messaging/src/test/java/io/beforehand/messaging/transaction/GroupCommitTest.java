package io.beforehand.messaging.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.messaging.UnprocessableException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private final List<UniEmitter<? super List<String>>> underWay = new ArrayList<>();

    private GroupCommit<String, String> commits(int maxBatch) {
        return new GroupCommit<>(maxBatch, 1, Duration.ZERO, batch -> {
            batches.add(batch);
            return Uni.createFrom().emitter(underWay::add);
        });
    }

    private void complete(int batch) {
        underWay.get(batch)
                .complete(batches.get(batch).stream().map(String::toUpperCase).toList());
    }

    private static CompletableFuture<String> submit(GroupCommit<String, String> commits, String write) {
        return commits.submit(write).subscribeAsCompletionStage();
    }

    @Test
    void aWriteThatComesAloneDoesNotWaitForCompany() {
        // When
        submit(commits(10), "a");

        // Then
        assertThat(batches).containsExactly(List.of("a"));
    }

    @Test
    void writesThatComeDuringACommitShareTheNext() {
        // Given
        GroupCommit<String, String> commits = commits(10);
        CompletableFuture<String> first = submit(commits, "a");
        CompletableFuture<String> second = submit(commits, "b");
        CompletableFuture<String> third = submit(commits, "c");

        // When
        complete(0);

        // Then
        assertThat(batches).containsExactly(List.of("a"), List.of("b", "c"));
        assertThat(first).isCompletedWithValue("A");
        assertThat(second).isNotDone();
        complete(1);
        assertThat(second).isCompletedWithValue("B");
        assertThat(third).isCompletedWithValue("C");
    }

    @Test
    void writesThatComeShortlyAfterABatchBeganShareTheNext() {
        // Given
        GroupCommit<String, String> commits = new GroupCommit<>(10, 2, Duration.ofSeconds(3), batch -> {
            batches.add(batch);
            return Uni.createFrom().item(batch.stream().map(String::toUpperCase).toList());
        });

        // When
        CompletableFuture<String> first = submit(commits, "a");
        CompletableFuture<String> second = submit(commits, "b");
        CompletableFuture<String> third = submit(commits, "c");

        // Then
        assertThat(first).isCompletedWithValue("A");
        assertThat(second).isNotDone();
        assertThat(third).succeedsWithin(Duration.ofSeconds(30)).isEqualTo("C");
        assertThat(batches).containsExactly(List.of("a"), List.of("b", "c"));
    }

    @Test
    void aBatchHasABound() {
        // Given
        GroupCommit<String, String> commits = commits(2);
        List.of("a", "b", "c", "d").forEach(write -> submit(commits, write));

        // When
        complete(0);
        complete(1);

        // Then
        assertThat(batches).containsExactly(List.of("a"), List.of("b", "c"), List.of("d"));
    }

    @Test
    void onlyTheCulpritOfABatchFails() {
        // Given
        GroupCommit<String, String> commits = new GroupCommit<>(10, 1, Duration.ZERO, batch -> {
            batches.add(batch);
            if (batches.size() == 1) {
                return Uni.createFrom().emitter(underWay::add);
            }
            return batch.contains("bad")
                    ? Uni.createFrom().failure(new UnprocessableException("bad"))
                    : Uni.createFrom().item(batch);
        });
        submit(commits, "a");
        CompletableFuture<String> good = submit(commits, "good");
        CompletableFuture<String> bad = submit(commits, "bad");
        CompletableFuture<String> alsoGood = submit(commits, "also good");

        // When
        complete(0);

        // Then
        assertThat(good).isCompletedWithValue("good");
        assertThat(alsoGood).isCompletedWithValue("also good");
        assertThatThrownBy(bad::join).hasCauseInstanceOf(UnprocessableException.class);
    }

    @Test
    void aFailureOfTheSurroundingsFailsWhoeverWaitsAndTheNextWriteIsTriedAnew() {
        // Given
        GroupCommit<String, String> commits = commits(10);
        CompletableFuture<String> first = submit(commits, "a");
        CompletableFuture<String> second = submit(commits, "b");

        // When
        underWay.get(0).fail(new IOException());

        // Then
        assertThatThrownBy(first::join).hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(second::join).hasCauseInstanceOf(IOException.class);
        CompletableFuture<String> third = submit(commits, "c");
        complete(1);
        assertThat(third).isCompletedWithValue("C");
    }

    @Test
    void aCommitThatThrowsFailsItsMembers() {
        // Given
        GroupCommit<String, String> commits = new GroupCommit<>(10, 1, Duration.ZERO, _ -> {
            throw new IllegalStateException("thrown");
        });

        // Then
        assertThatThrownBy(submit(commits, "a")::join).hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(submit(commits, "b")::join).hasCauseInstanceOf(IllegalStateException.class);
    }
}

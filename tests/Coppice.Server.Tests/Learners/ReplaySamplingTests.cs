using System.Text.Json;
using Coppice.Server.Learners;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Learners;

public sealed class ReplaySamplingTests
{
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(90);

    [Fact]
    public void The_recorded_keys_and_choice_are_met()
    {
        JsonElement vector = Vectors.Read("03_incremental.json", "replay_sampling");
        string salt = vector.GetProperty("salt").GetString()!;
        TimeSpan halfLife = TimeSpan.FromDays(vector.Number("half_life_days"));
        (string RowId, TimeSpan Age)[] rows =
            [.. vector.GetProperty("rows_age_days").EnumerateArray().Select(row => (row[0].GetString()!, TimeSpan.FromDays(row[1].GetDouble())))];

        Vectors.Close(vector.Numbers("keys"), [.. rows.Select(row => ReplaySampling.Key(salt, row.RowId, row.Age, halfLife))]);
        Assert.Equal(
            vector.GetProperty("selected").EnumerateArray().Select(row => row.GetString()!),
            ReplaySampling.Choose(rows, vector.GetProperty("k").GetInt32(), salt, halfLife).Select(position => rows[position].RowId));
    }

    [Fact]
    public void The_choice_does_not_depend_on_the_order_of_the_rows()
    {
        (string RowId, TimeSpan Age)[] rows = [.. Enumerable.Range(0, 500).Select(row => ($"row-{row}", TimeSpan.FromDays(row)))];
        (string RowId, TimeSpan Age)[] reversed = [.. rows.Reverse()];

        Assert.Equal(
            ReplaySampling.Choose(rows, 50, "salt", HalfLife).Select(position => rows[position]),
            ReplaySampling.Choose(reversed, 50, "salt", HalfLife).Select(position => reversed[position]));
    }

    [Fact]
    public void Newer_rows_are_chosen_more_often()
    {
        (string RowId, TimeSpan Age)[] rows = [.. Enumerable.Range(0, 4_000).Select(row => ($"row-{row}", TimeSpan.FromDays(row < 2_000 ? 0 : 180)))];

        int newer = ReplaySampling.Choose(rows, 500, "salt", HalfLife).Count(position => position < 2_000);

        Assert.InRange(newer, 370, 430);
    }

    [Fact]
    public void More_rows_than_there_are_means_all() =>
        Assert.Equal([0], ReplaySampling.Choose([("only", TimeSpan.Zero)], 10, "salt", HalfLife));
}

using Coppice.Server.Features;
using Coppice.Server.Labels;
using Coppice.Server.Serving;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Serving;

public class AnswerRowsTests
{
    [Fact]
    public void Without_a_champion_nobody_answers_and_nothing_is_recorded()
    {
        using var workspace = TrainedWorkspace.Empty();

        var refused = Assert.Throws<ServingException>(() => workspace.Predict(new PredictionRequest("a")));

        Assert.Equal(ServingCodes.NoChampion, refused.Code);
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM predictions"));
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM customers"));
    }

    [Fact]
    public async Task The_recorded_inputs_give_the_recorded_score_again_bit_for_bit()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();

        var answers = workspace.Predict(
            new PredictionRequest("a", "p1", """{"usage": 0.1, "plan": "gold", "unknown": "word"}"""),
            new PredictionRequest("b", null, """{"usage": 9.7}"""),
            new PredictionRequest("c"));

        Assert.Equal("p1", answers[0]!.PredictionId);
        Assert.All(answers, a => Assert.Equal(("1.0", "champion"), (a!.Version, a.Arm)));
        Assert.True(answers[0]!.Score > answers[1]!.Score);
        var recorded = workspace.Database.Read(session => session.Query<(double Score, string Inputs, long AsOf)>("SELECT score, inputs, as_of FROM predictions ORDER BY id"));
        Assert.Equal(3, recorded.Count);
        var champion = workspace.Get<ChampionBoard>().Find(workspace.ModelId)!;
        for (int i = 0; i < recorded.Count; i++)
        {
            var table = new InputTable(1);
            table.SetFromJson(0, recorded[i].Inputs);
            Assert.Equal(recorded[i].Score, Assert.Single(champion.Score(table, [recorded[i].AsOf])));
            Assert.Equal(recorded[i].Score, answers[i]!.Score);
        }

        Assert.Equal(3, workspace.Database.Read(session => workspace.Get<OpenLabels>().Count(session, workspace.Model, workspace.ModelId)));
    }

    [Fact]
    public async Task An_id_names_one_answer()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        var first = workspace.Predict(new PredictionRequest("a", "p1", """{"usage": 0.1}""")).Single();

        var again = workspace.Predict(new PredictionRequest("a", "p1", """{"usage": 9.7}"""), new PredictionRequest("b", "p1"), new PredictionRequest("c", "p2"), new PredictionRequest("d", "p2"));

        Assert.Equal([first, null], again.Take(2));
        Assert.Equal(["c", null], again.Skip(2).Select(a => a?.Customer));
        Assert.Equal(2, workspace.Count("SELECT COUNT(*) FROM predictions"));
    }

    [Fact]
    public async Task Answers_come_from_whoever_is_live()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        workspace.AddCopy(2);
        await workspace.PromoteAsync("2.0", "why not");
        Assert.Equal("2.0", workspace.Predict(new PredictionRequest("a"))[0]!.Version);

        await workspace.RollBackAsync();

        Assert.Equal("1.0", workspace.Predict(new PredictionRequest("a"))[0]!.Version);
    }
}

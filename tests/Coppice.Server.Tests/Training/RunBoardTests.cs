using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Training;

public sealed class RunBoardTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(64)]
    public async Task As_many_runs_learn_at_once_as_are_allowed_and_the_machine_has_processors(int allowed)
    {
        await using var board = new RunBoard(new DefinitionInForce(new WorkspaceDefinition { Name = "test", Models = [], Training = new TrainingOptions { AtOnce = allowed } }));
        var turns = new List<IDisposable>();
        while (turns.Count < Math.Min(allowed, Environment.ProcessorCount))
            turns.Add(await board.TakeTurnAsync(Cancellation));

        var next = board.TakeTurnAsync(Cancellation);
        Assert.False(next.IsCompleted);
        turns[^1].Dispose();
        (await next).Dispose();
    }
}

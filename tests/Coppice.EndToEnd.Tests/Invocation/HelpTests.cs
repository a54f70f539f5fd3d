using Coppice.Cli.Invocation;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Invocation;

public sealed class HelpTests
{
    [Fact]
    public async Task Help_lists_every_command_and_the_exit_codes()
    {
        using var folder = new TemporaryFolder();
        CoppiceResult result = (await folder.RunAsync("--help")).Exits(0);
        foreach (string command in "demo init serve status import predict retrain compare versions history promote rollback stats replay".Split(' '))
            Assert.Contains($"\n  {command} ", result.Output);
        Assert.Contains("130", result.Output);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Without_arguments_in_a_pipe_there_is_help_and_exit_code_2()
    {
        using var folder = new TemporaryFolder();
        CoppiceResult result = (await folder.RunAsync()).Exits(2);
        Assert.Contains("Usage  coppice COMMAND", result.Output);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        using var folder = new TemporaryFolder();
        CoppiceResult result = (await folder.RunAsync("--version")).Exits(0);
        Assert.Matches(@"^coppice \d+\.\d+\.\d+\n$", result.Output);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void Every_help_fits_the_screen(int width)
    {
        TestScreen.Render(width, screen => HelpScreen.Write(screen, CommandTable.Root));
        foreach (CoppiceCommand command in CommandTable.Groups.SelectMany(g => g.Commands))
        {
            string help = TestScreen.Render(width, screen => HelpScreen.Write(screen, command));
            Assert.StartsWith(command.Description!.Split(' ')[0], help);
        }
    }

    [Fact]
    public async Task Help_of_a_command_needs_none_of_its_arguments()
    {
        var test = new TestScreen();
        Assert.Equal(0, await CoppiceCommandLine.RunAsync(["compare", "--help"], test.Screen, CancellationToken.None));
        Assert.Contains("coppice compare MODEL A B", test.Output);
    }
}

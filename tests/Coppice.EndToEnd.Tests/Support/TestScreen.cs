using System.Text;
using Coppice.Cli.Terminal;
using Spectre.Console;

namespace Coppice.EndToEnd.Tests.Support;

/// <summary>A terminal of a fixed width without colours that keeps what was written to it.</summary>
internal sealed class TestScreen
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    public TestScreen(int width = 100, ScreenKind kind = ScreenKind.Terminal, string input = "")
    {
        var output = new StringWriter(_output) { NewLine = "\n" };
        var error = new StringWriter(_error) { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        console.Profile.Encoding = Encoding.UTF8;
        Screen = new Screen(console, output, error, new StringReader(input), new FixedTime(Some.Now), kind);
    }

    public Screen Screen { get; }

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public IReadOnlyList<string> Lines => Output.Split('\n');

    /// <summary>What is written, once per width that people have, must fit.</summary>
    public static string Render(int width, Action<Screen> write)
    {
        var test = new TestScreen(width);
        write(test.Screen);
        Assert.All(test.Lines, line => Assert.True(line.Length <= width, $"{line.Length} columns on a screen of {width}: {line}"));
        Assert.All(test.Lines, line => Assert.Equal(line.TrimEnd(), line));
        return test.Output;
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

using Coppice.Cli.Terminal;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Terminal;

public sealed class ScreenTests
{
    [Fact]
    public void What_is_interpolated_is_never_taken_for_markup()
    {
        var test = new TestScreen();
        test.Screen.Line($"[bold]{"a [red]b[/] ]] {0}"}[/]");
        Assert.Equal("a [red]b[/] ]] {0}", test.Lines[0]);
    }

    [Fact]
    public void A_pipe_never_breaks_a_line()
    {
        var test = new TestScreen(40, ScreenKind.Pipe);
        string words = string.Join(' ', Enumerable.Repeat("word", 60));
        test.Screen.Line($"{words}");
        Assert.Equal(words, test.Lines[0]);
    }

    [Fact]
    public void Two_commands_that_do_not_fit_one_line_get_one_each()
    {
        var test = new TestScreen(60);
        test.Screen.Hint("coppice status --workspace coppice-demo", "coppice history purchase --plot", "coppice never shown");
        Assert.Equal(["", "  try: coppice status --workspace coppice-demo", "  try: coppice history purchase --plot", ""], test.Lines);
    }

    [Fact]
    public void A_table_leaves_out_what_matters_least_and_wraps_the_last_column()
    {
        string text = TestScreen.Render(40, screen =>
        {
            TextTable table = new TextTable().Left("name").Right("count", 1).Left("sentence");
            table.Row("purchase", "12,345,678", "which is a sentence of some length");
            table.Write(screen);
        });
        Assert.Equal("name      sentence\npurchase  which is a sentence of some\n            length\n", text);
    }
}

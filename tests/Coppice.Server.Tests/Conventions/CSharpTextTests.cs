namespace Coppice.Server.Tests.Conventions;

public class CSharpTextTests
{
    [Theory]
    [InlineData("a // b\nc", "a c")]
    [InlineData("a /* b\n b */ c", "a c")]
    [InlineData("f(\"x // y\")", "f(\" \")")]
    [InlineData("f(\"\\\"\") + g", "f(\" \") + g")]
    [InlineData("f(@\"\\\") + g", "f(@\" \") + g")]
    [InlineData("f(@\"a\"\"b\") + g", "f(@\" \") + g")]
    [InlineData("f($\"a{b[\"c\"]}d\") + g", "f($\" {b[\" \"]} \") + g")]
    [InlineData("f($\"{{a}}\") + g", "f($\" \") + g")]
    [InlineData("f(\"\"\"a \"b\" c\"\"\") + g", "f( \"\"\") + g")]
    [InlineData("f('\"') + '\\'' + g", "f( ) + + g")]
    [InlineData("f(\"\") + g", "f(\"\") + g")]
    [InlineData("@class + \"a\"", "@class + \" \"")]
    public void Code_is_told_from_strings_and_comments(string text, string code)
    {
        Assert.Equal(code, string.Join(' ', new CSharpText(text).Code.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void Literals_keep_their_text_and_comments_theirs()
    {
        var text = new CSharpText("var a = \"one\"; // two\nvar b = $\"three {four}\";");

        Assert.Equal(["one", "three {four}"], text.Literals.Select(l => l.Value));
        Assert.Equal("// two", text.Comments.Trim());
    }

    [Fact]
    public void An_unfinished_string_or_comment_ends_with_the_file()
    {
        Assert.Equal("a", new CSharpText("a /* b").Code.Trim());
        Assert.Equal("b", Assert.Single(new CSharpText("a \"b").Literals).Value);
        Assert.Equal("a $", new CSharpText("a $").Code);
    }
}

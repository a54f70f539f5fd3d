using System.Text;
using Coppice.Forests.Reading;

namespace Coppice.Forests.Tests.Reading;

public sealed class UbjsonParserTests
{
    [Theory]
    [InlineData("[i\u00FFU\u00FF]", -1, 255)]
    [InlineData("[I\u0001\u0000l\u0000\u0001\u0000\u0000]", 256, 65536)]
    [InlineData("[L\u0000\u0000\u0000\u0000\u007F\u00FF\u00FF\u00FFd\u003F\u0080\u0000\u0000]", 2147483647, 1)]
    [InlineData("[D\u003F\u00E0\u0000\u0000\u0000\u0000\u0000\u0000T]", 0.5, 1)]
    [InlineData("[#i\u0002TF", 1, 0)]
    [InlineData("[$U#i\u0002\u0007\u0008", 7, 8)]
    [InlineData("[$d#L\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0002\u003F\u0000\u0000\u0000\u00BF\u0000\u0000\u0000", 0.5, -0.5)]
    [InlineData("[N\u0055\u0001NU\u0002]", 1, 2)]
    public void Every_number_is_big_endian_and_every_array_form_is_read(string bytes, double first, double second)
    {
        var numbers = Assert.IsType<DocumentValue.Numbers>(Parse(bytes));
        Assert.Equal([first, second], numbers.Values);
    }

    [Theory]
    [InlineData("{i\u0001aSi\u0002hii\u0001b[]}")]
    [InlineData("{#i\u0002i\u0001aSi\u0002hii\u0001b[#i\u0000")]
    [InlineData("{i\u0001aHU\u0002hiI\u0000\u0001b[$d#i\u0000}")]
    public void Objects_are_closed_or_counted(string bytes)
    {
        var members = Assert.IsType<DocumentValue.Members>(Parse(bytes)).Values;
        Assert.Equal(new DocumentValue.Text("hi"), members["a"]);
        Assert.True(new DocumentCursor(members["b"], "").IsEmptyArray());
    }

    [Theory]
    [InlineData("{i\u0001aT}x")]
    [InlineData("{i\u0001aTi\u0001aF}")]
    [InlineData("[$d]")]
    [InlineData("[$N#i\u0001")]
    [InlineData("[U\u0001Z]")]
    [InlineData("x")]
    public void What_the_format_does_not_allow_is_refused_at_a_byte(string bytes) =>
        Assert.StartsWith("byte ", Assert.Throws<InvalidForestException>(() => Parse(bytes)).Place, StringComparison.Ordinal);

    private static DocumentValue Parse(string bytes) => new UbjsonParser(Encoding.Latin1.GetBytes(bytes)).ParseDocument();
}

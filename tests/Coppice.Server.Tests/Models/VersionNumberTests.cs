using Coppice.Server.Http;
using Coppice.Server.Models;

namespace Coppice.Server.Tests.Models;

public class VersionNumberTests
{
    [Theory]
    [InlineData("1.0", 1, 0)]
    [InlineData("12.34", 12, 34)]
    public void A_version_is_read_as_it_is_written(string text, int major, int minor)
    {
        var number = VersionNumber.Parse(text);

        Assert.Equal(new VersionNumber(major, minor), number);
        Assert.Equal(text, number.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1")]
    [InlineData("0.1")]
    [InlineData("1.-1")]
    [InlineData("1.2.3")]
    [InlineData("latest")]
    [InlineData("99999999999.0")]
    public void What_is_no_version_is_refused(string? text)
    {
        Assert.False(VersionNumber.TryParse(text, out _));
        Assert.Equal(RequestCodes.BadRequest, Assert.Throws<RequestException>(() => VersionNumber.Parse(text!)).Code);
    }
}

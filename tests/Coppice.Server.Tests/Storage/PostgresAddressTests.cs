using Coppice.Server.Storage;
using Coppice.Server.Storage.Postgres;

namespace Coppice.Server.Tests.Storage;

public class PostgresAddressTests
{
    [Theory]
    [InlineData("postgresql://ann:s%40crt@db.example:5433/shop?sslmode=require", "db.example", 5433, "shop", "ann", "s@crt")]
    [InlineData("postgres://db.example/shop", "db.example", 5432, "shop", null, null)]
    [InlineData("Host=db.example;Database=shop;Username=ann;Password=secret", "db.example", 5432, "shop", "ann", "secret")]
    public void Both_forms_are_read(string location, string host, int port, string database, string? user, string? password)
    {
        var address = PostgresAddress.Parse(location);

        Assert.Equal((host, port, database, user, password), (address.Host, address.Port, address.Database, address.Username, address.Password));
    }

    [Theory]
    [InlineData("coppice.db", true)]
    [InlineData("/var/lib/coppice/coppice.db", true)]
    [InlineData("postgresql://db/shop", false)]
    [InlineData("POSTGRES://db/shop", false)]
    [InlineData("Server=x;Host=db", false)]
    public void A_file_is_told_from_a_server(string location, bool isFile) => Assert.Equal(isFile, Database.IsFile(location));

    [Theory]
    [InlineData("postgresql://ann:hush@db:port/shop")]
    [InlineData("Host=db;Pasword=hush")]
    [InlineData("postgresql://ann:hush@db/shop?colour=red")]
    public void What_cannot_be_read_is_refused_without_repeating_it(string location)
    {
        string problem = Database.ProblemWith(location)!;

        Assert.Contains("expected postgresql://", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_name_database_and_host()
    {
        Assert.Equal("shop at db:5433", PostgresAddress.Describe(PostgresAddress.Parse("postgresql://ann:hush@db:5433/shop")));
    }
}

using Coppice.Server.Files;

namespace Coppice.Server.Tests.Files.Readers;

public sealed class NdjsonReaderTests
{
    [Fact]
    public void Objects_become_rows_and_new_keys_become_columns()
    {
        using ITableReader reader = Table.Open("""
            {"id":"a","value":12.50,"gift":true,"properties":{"shop":"Lyon"}}
            {"id":"é\n\u0041","value":null,"tags":["x",1]}
            """);

        Assert.Equal(["id", "value", "gift", "properties.shop"], reader.Header);
        Assert.Equal(["1: a|12.50|true|Lyon", "2: é\nA||||[\"x\",1]"], Table.Rows(reader));
        Assert.Equal("tags", reader.Header[4]);
    }

    [Fact]
    public void Lines_that_are_not_one_object_are_set_aside()
    {
        Assert.Equal(
            [
                "1: 1",
                "2! this is not JSON from byte 7 of the line on",
                "3! expected one JSON object per line",
                "4! \"a\" is given twice",
                "5! this is not JSON from byte 9 of the line on",
                "6: 2",
            ],
            Table.Rows("{\"a\":1}\n{\"a\": x}\n[1]\n{\"a\":1,\"a\":2}\n{\"a\":1} {\n{\"a\":2}\n"));
    }
}

using Extractor.Worker.Ingestion;

namespace Extractor.Worker.Tests.Ingestion;

public sealed class InputListTests : IDisposable
{
    readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_document_is_named_by_its_file_and_by_its_path_where_two_files_share_a_name()
    {
        foreach (var name in (string[])["a.txt", "x/b.md", "x/c.html", "y/b.md", "y/picture.png"])
            _folder.Write(name, "");
        var files = InputList.Find([_folder.Path, _folder["a.txt"], "-"], FolderRules.Reading).Files;
        Assert.Equal(["a.txt", "x/b.md", "c.html", "y/b.md", "-"], files.Select(file => file.Name));
    }

    [Fact]
    public void Two_folders_with_the_same_paths_below_keep_their_documents_apart()
    {
        var (x, y) = (_folder.Write("x/b.md", ""), _folder.Write("y/b.md", ""));
        Assert.Equal([x, y], InputList.Find([_folder["x"], _folder["y"]], FolderRules.Reading).Files.Select(file => file.Name));
    }

    [Fact]
    public void A_link_that_leads_back_up_is_not_followed()
    {
        _folder.Write("a.txt", "");
        Directory.CreateSymbolicLink(_folder["up"], _folder.Path);
        Assert.Single(InputList.Find([_folder.Path], FolderRules.Reading).Files);
    }

    [Theory]
    [InlineData("500000", 500_000)]
    [InlineData("14k", 14_336)]
    [InlineData("64MiB", 64 << 20)]
    [InlineData("16 mb", 16 << 20)]
    [InlineData("65M", null)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("1.5M", null)]
    [InlineData("M", null)]
    [InlineData("99999999999999999999", null)]
    public void Sizes_are_read_as_people_write_them(string text, int? bytes) =>
        Assert.Equal(bytes, ByteSize.TryParse(text, out var size) ? size : null);
}
